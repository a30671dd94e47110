using System.ComponentModel.DataAnnotations;
using GovPortal.Core.Localization;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Options;

namespace GovPortal.Host;

/// <summary>Lets forms speak the language of the page where the framework would speak English.</summary>
internal sealed class FormTexts(Texts texts, IHttpContextAccessor visits) : IConfigureOptions<MvcOptions>, IValidationMetadataProvider
{
    public void Configure(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new WrittenDayBinders());
        options.ModelMetadataDetailsProviders.Add(this);
        var say = options.ModelBindingMessageProvider;
        say.SetValueMustNotBeNullAccessor(_ => Missing());
        say.SetMissingBindRequiredValueAccessor(_ => Missing());
        say.SetMissingKeyOrValueAccessor(Missing);
        say.SetMissingRequestBodyRequiredValueAccessor(Missing);
        say.SetAttemptedValueIsInvalidAccessor((value, _) => Wrong(value));
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(Wrong);
        say.SetValueIsInvalidAccessor(Wrong);
        say.SetUnknownValueIsInvalidAccessor(_ => Say("form.value.unknown"));
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => Say("form.value.unknown"));
        say.SetValueMustBeANumberAccessor(_ => Say("form.value.number"));
        say.SetNonPropertyValueMustBeANumberAccessor(() => Say("form.value.number"));
    }

    /// <summary>A rule of a field that has no sentence of its own gets ours.</summary>
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>().Where(rule => rule.ErrorMessage is null && rule.ErrorMessageResourceName is null))
        {
            rule.ErrorMessage = rule is RequiredAttribute ? "check.required" : "form.value.unknown";
        }
    }

    private string Missing() => Say("check.required");

    private string Wrong(string value) => texts.Filled(FormSentences.LanguageOf(visits.HttpContext), "form.value", value.Length > 80 ? value[..80] + "…" : value);

    private string Say(string key) => texts.In(FormSentences.LanguageOf(visits.HttpContext), key);
}
