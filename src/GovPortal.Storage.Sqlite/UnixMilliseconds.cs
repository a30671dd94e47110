using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GovPortal.Storage.Sqlite;

internal sealed class UnixMilliseconds()
    : ValueConverter<DateTimeOffset, long>(instant => instant.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
