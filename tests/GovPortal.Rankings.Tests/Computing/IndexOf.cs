using System.Text;
using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Reading;

namespace GovPortal.Rankings.Tests.Computing;

/// <summary>Small indexes for tests that say in one line what they are about.</summary>
internal static class IndexOf
{
    public static IndexReading Read(string json) => IndexReader.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>One block, one group; the indicators and values as JSON, units named A, B, C….</summary>
    public static IndexReading Read(string method, string indicators, params ReadOnlySpan<string> values)
    {
        var units = new List<string>();
        foreach (var its in values)
        {
            units.Add($$"""{"name":"{{(units.Count < 26 ? $"{(char)('A' + units.Count)}" : $"Đơn vị {units.Count}")}}","block":"Xã","values":{{its}}}""");
        }

        return Read($$"""{"method":{{method}},"groups":[{"name":"Nhóm","indicators":[{{indicators}}]}],"units":[{{string.Join(',', units)}}]}""");
    }

    public static IndexResult Compute(string method, string indicators, params ReadOnlySpan<string> values)
    {
        var reading = Read(method, indicators, values);
        return IndexComputation.Compute(reading.Index ?? throw new InvalidOperationException(string.Join("; ", reading.Refusals)));
    }
}
