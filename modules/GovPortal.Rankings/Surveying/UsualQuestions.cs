namespace GovPortal.Rankings.Surveying;

/// <summary>What a first survey may ask (<c>usual-questions.json</c>); the province changes it as it likes.</summary>
internal static class UsualQuestions
{
    public static string Json { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(UsualQuestions).Assembly.GetManifestResourceStream($"{typeof(UsualQuestions).Namespace}.usual-questions.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
