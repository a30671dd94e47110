using System.Runtime.InteropServices;

namespace GovPortal.Host;

/// <summary>Keeps what the process writes from the other users of the machine: files become 0640 and folders 0750, whatever writes them.</summary>
internal static class FileModes
{
    // Octal 027: nothing for others, no writing for the group.
    private const uint Mask = 0b000_010_111;

    public static void Restrict()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetMask(Mask);
        }
    }

    // .NET has no word for it, and the files of the log, the database and the index are made by libraries that ask for no mode.
    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);
}
