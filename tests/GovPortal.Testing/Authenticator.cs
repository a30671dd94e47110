using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace GovPortal.Testing;

/// <summary>The app on a person's telephone (RFC 6238). Real time: so does the server's check.</summary>
public sealed class Authenticator(string key)
{
    private const int StepSeconds = 30;

    /// <summary>The code of now.</summary>
    public string Code
    {
        get
        {
            Span<byte> counter = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / StepSeconds);
#pragma warning disable CA5350 // What authenticators speak.
            var hash = HMACSHA1.HashData(Secret(), counter);
#pragma warning restore CA5350
            var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
            return (number % 1_000_000).ToString("d6", CultureInfo.InvariantCulture);
        }
    }

    private byte[] Secret()
    {
        var (bits, buffer, bytes) = (0, 0, new List<byte>());
        foreach (var letter in key.Where(char.IsAsciiLetterOrDigit))
        {
            buffer = (buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.OrdinalIgnoreCase)) & 0xfff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
