namespace GovPortal.Content.Site;

/// <summary>How to reach the agency, and who answers for its site.</summary>
public sealed class ContactPage : PageModel;
