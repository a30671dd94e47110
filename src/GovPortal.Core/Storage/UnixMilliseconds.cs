using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GovPortal.Core.Storage;

internal sealed class UnixMilliseconds()
    : ValueConverter<DateTimeOffset, long>(instant => instant.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
