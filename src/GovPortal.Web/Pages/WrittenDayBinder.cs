using GovPortal.Core.Localization;
using GovPortal.Core.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Web.Pages;

/// <summary>
/// Reads every day and time that forms and addresses bring: as browsers send them and as Vietnamese write them, the day before the
/// month. What is none, or lies outside <see cref="WrittenDay.First"/> and <see cref="WrittenDay.Last"/>, gets a sentence, so that no
/// page has to reckon with days that databases and calendars cannot hold.
/// </summary>
public sealed class WrittenDayBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var text = VietnameseText.NormalizeLine(given.FirstValue ?? "");
        if (text.Length == 0)
        {
            bindingContext.Result = bindingContext.ModelMetadata.IsReferenceOrNullableType ? ModelBindingResult.Success(null) : ModelBindingResult.Failed();
            return Task.CompletedTask;
        }

        var (value, day) = Read(text, bindingContext.ModelMetadata.UnderlyingOrModelType);
        if (value is not null && WrittenDay.IsInRange(day))
        {
            bindingContext.Result = ModelBindingResult.Success(value);
            return Task.CompletedTask;
        }

        var shown = text.Length > 40 ? text[..40] + "…" : text;
        bindingContext.ModelState.AddModelError(bindingContext.ModelName, bindingContext.HttpContext.InFieldOf(bindingContext.ModelMetadata, FormSentences.OfDay(value is null ? null : day), shown));
        return Task.CompletedTask;
    }

    private static (object? Value, DateOnly Day) Read(string text, Type type)
    {
        if (type == typeof(DateOnly) && WrittenDay.TryParse(text, out var day))
        {
            return (day, day);
        }

        if (type == typeof(DateTime) && WrittenDay.TryParseWall(text, out var wall))
        {
            return (wall, DateOnly.FromDateTime(wall));
        }

        return (null, default);
    }
}

/// <summary>Gives every day and every time on an agency's wall to <see cref="WrittenDayBinder"/>.</summary>
public sealed class WrittenDayBinders : IModelBinderProvider
{
    private static readonly WrittenDayBinder Binder = new();

    /// <summary>The types that days and times of forms have. An instant with a zone is none: people do not write zones.</summary>
    public static bool Reads(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var read && (read == typeof(DateOnly) || read == typeof(DateTime));

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Reads(context.Metadata.ModelType) ? Binder : null;
    }
}

/// <summary>What forms say of values they cannot take, in the language of the page.</summary>
public static class FormSentences
{
    /// <summary>Key of the sentence about a day.</summary>
    /// <param name="read">The day that was read; null where what was written is none.</param>
    public static string OfDay(DateOnly? read) => read is not { } day ? "form.day" : day < WrittenDay.First ? "form.day.early" : "form.day.late";

    /// <summary>The sentence of a key with what was typed, behind the name of the field where it has one for people.</summary>
    public static string InFieldOf(this HttpContext http, ModelMetadata field, string key, string typed)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(field);
        var texts = http.RequestServices.GetRequiredService<Texts>();
        var language = LanguageOf(http);
        var sentence = texts.Filled(language, key, typed);
        return field.DisplayName is { } name && texts.Has(name) ? $"{texts.In(language, name)}: {sentence}" : sentence;
    }

    public static string LanguageOf(HttpContext? http) => http?.Features.Get<VisitedSite>()?.Language ?? Texts.Vietnamese;
}
