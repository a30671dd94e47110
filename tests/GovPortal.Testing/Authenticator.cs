using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace GovPortal.Testing;

/// <summary>The app on a person's telephone (RFC 6238). It is a minute slow, so that a code can follow another though the clock stands still.</summary>
public sealed class Authenticator(string key, TimeProvider clock)
{
    private const int StepSeconds = 30;
    private const int Slow = 2;

    private long last;

    /// <summary>A code that was not read before; there are five until the clock moves.</summary>
    public string Code
    {
        get
        {
            last = Math.Max(last + 1, clock.GetUtcNow().ToUnixTimeSeconds() / StepSeconds - Slow);
            Span<byte> counter = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(counter, last);
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
