using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using Microsoft.AspNetCore.Authorization;

namespace GovPortal.Editing.Forms;

/// <summary>What every form of a content type works with.</summary>
public sealed class EditFormServices(DeskContent desk, PublishingDesk publishing, DraftSession writing, Autosaves autosaves, ItemTemplates templates, WordsOfPictures pictures, EnglishSides english, ContentTypes types, IAuthorizationService authorization, Texts texts, VisitedSite site, TenantClock clock)
{
    public DeskContent Desk => desk;
    public PublishingDesk Publishing => publishing;
    public DraftSession Writing => writing;
    public Autosaves Autosaves => autosaves;
    public ItemTemplates Templates => templates;
    public WordsOfPictures Pictures => pictures;
    public EnglishSides English => english;
    public ContentTypes Types => types;
    public IAuthorizationService Authorization => authorization;
    public Texts Texts => texts;
    public VisitedSite Site => site;

    /// <summary>How complete a record is today.</summary>
    public Completeness CompletenessOf(object record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return types.Of(record.GetType()).CompletenessOf(record, clock.Today);
    }

    /// <summary>Why a record may be saved and yet not go further; one refusal for all that is to be mended in the same way at a field.</summary>
    /// <param name="item">What it is a version of; null while it is new. What readers have already hinders nobody: the checker beside the text remarks on it.</param>
    public async Task<IReadOnlyList<Refusal>> PublishBlockersAsync(ContentItem? item, object record, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(record);
        var type = types.Of(record.GetType());
        var blockers = type.PublishBlockersOf(record);
        if (blockers.Count > 0 && item?.LiveVersion is { } number && await desk.FindBodyAsync(item.Id, number, ct) is { } live)
        {
            blockers = type.PublishBlockersOf(record, live);
        }

        return [.. blockers.GroupBy(blocker => blocker with { Value = null })
            .Select(alike => alike.Key with { Value = alike.First().Value is null ? null : TextRules.Short(string.Join(", ", alike.Select(blocker => blocker.Value))) })];
    }
}

/// <summary>A form as the partials beside it see it, whatever its type.</summary>
public interface IWritingPage
{
    /// <summary>The form as this person has it open.</summary>
    OpenForm Open { get; }

    /// <summary>Somebody else saved meanwhile; null where nobody did.</summary>
    Collision? Collision { get; }

    /// <summary>Null while the item is new.</summary>
    DeskItem? Found { get; }

    /// <summary>Why the version that was opened may go no further yet, each naming its field of the form; empty when it may, and while the item is new.</summary>
    IReadOnlyList<Refusal> Blockers { get; }

    /// <summary>How complete the record in the fields is; null while nothing was saved or sent.</summary>
    Completeness? Completeness { get; }

    /// <summary>What a correction says of itself.</summary>
    string? Note { get; }

    int? Revision { get; }

    /// <summary>True for those who decide what the public sees.</summary>
    bool CanPublish { get; }

    /// <summary>True when somebody else has to approve what this person saves.</summary>
    bool MustSubmit { get; }

    /// <summary>What a new item may begin from; empty where the item is there already.</summary>
    IReadOnlyList<ItemTemplate> Templates { get; }

    /// <summary>True for those who may change the site itself.</summary>
    bool MaySeeSource { get; }
}
