using GovPortal.Core.Checking;
using GovPortal.Publishing.Content;

namespace GovPortal.Editing.Forms;

/// <content>What a new item begins from, and what its author may say of it.</content>
public abstract partial class WritingPage<TRecord>
{
    /// <summary>A template is changed by those who may change the site.</summary>
    private bool IsTemplateOfOthers => Found?.Card.Stage == DraftStage.Template && !MaySeeSource;

    /// <summary>Notes words that no list has yet, where this person may only pick, at their field.</summary>
    /// <param name="before">What stood there in the newest version: that hinders nobody.</param>
    protected void InsistOnKnown(TermOffer offer, string field, string? words, params IEnumerable<string?> before)
    {
        ArgumentNullException.ThrowIfNull(offer);
        if (!offer.Takes(words, before))
        {
            ModelState.AddModelError(field, room.Texts.Sentence(room.Site.Language, new Refusal("form.term.unknown", field, TextRules.Short(words!))));
        }
    }

    /// <returns>False where the site has no such item of this type.</returns>
    private async Task<bool> CopyAsync(long original, CancellationToken ct)
    {
        if (await room.Desk.FindNewestAsync<TRecord>(original, ct) is not { } record)
        {
            return false;
        }

        Fill(record);
        Uncopied();
        return true;
    }
}
