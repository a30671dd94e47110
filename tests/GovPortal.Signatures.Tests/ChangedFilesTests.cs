using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace GovPortal.Signatures.Tests;

/// <summary>What is done to a file after it was signed, honestly and otherwise.</summary>
public sealed class ChangedFilesTests
{
    private static readonly TestPki Pki = new();
    private static readonly X509Certificate2 Clerk = Pki.Issue("CN=Văn thư, O=Sở Tư pháp");
    private static readonly X509Certificate2 Chief = Pki.Issue("CN=Giám đốc, O=Sở Tư pháp");

    [Fact]
    public void A_changed_byte_is_found()
    {
        var bytes = Signed().Bytes;
        bytes[Encoding.Latin1.GetString(bytes).IndexOf("100 dong", StringComparison.Ordinal)] = (byte)'9';

        AssertOutcome("bad", "digest", bytes, isIntact: false, isChanged: false);
    }

    [Theory]
    [InlineData("% thêm", "appended")]
    [InlineData("\n\n\n", "appended")]
    [InlineData("<html>", "appended")]
    public void Bytes_after_the_end_are_found(string more, string reason) => AssertOutcome("bad", reason, [.. Signed().Bytes, .. Encoding.UTF8.GetBytes(more)]);

    [Fact]
    public void The_end_of_a_line_is_nothing_added()
    {
        var facts = AssertOutcome("trusted", "time-of-signer", [.. Signed().Bytes, 13, 10], isChanged: false);

        Assert.False(facts.CoversWholeFile);
    }

    [Fact]
    public void Other_contents_in_an_update_are_found() => AssertOutcome("bad", "changed", Signed().Update([(TestPdf.Contents, TestPdf.Stream("BT (So tien: 900 dong) Tj ET"))]));

    [Fact]
    public void Another_page_is_found() => AssertOutcome("bad", "changed", Signed().Update([(TestPdf.Page, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 99 0 R >>"), (99, TestPdf.Stream("BT (Khac) Tj ET"))]));

    [Fact]
    public void Another_catalog_is_found()
    {
        var pdf = Signed();

        AssertOutcome("bad", "changed", pdf.Update([(90, pdf.CatalogWith("/OpenAction << /S /JavaScript /JS (app.alert) >>"))], "/Root 90 0 R /Info 5 0 R"));
    }

    [Fact]
    public void A_script_in_the_catalog_is_found()
    {
        var pdf = Signed();

        AssertOutcome("bad", "changed", pdf.Update([(TestPdf.Catalog, pdf.CatalogWith("/OpenAction << /S /JavaScript /JS (app.alert) >>"))]));
    }

    [Fact]
    public void Another_title_is_found() => AssertOutcome("bad", "changed", Signed().Update([(TestPdf.Info, "<< /Title (Nghi dinh) /Producer (Test) >>")]));

    [Fact]
    public void A_date_of_writing_is_no_change() => AssertOutcome("trusted", "evidence-later", Signed().Update([(TestPdf.Info, "<< /Title (Quyet dinh) /Producer (Test) /ModDate (D:20260303) >>")]), isChanged: false);

    [Fact]
    public void Contents_prepared_for_later_are_found()
    {
        // The page shows object 50, which is not there when it is signed (shadow attack: hide and replace).
        var pdf = new TestPdf("[4 0 R 50 0 R]").Sign(Pki.Signer(Clerk));

        AssertOutcome("bad", "changed", pdf.Update([(50, TestPdf.Stream("BT (Khac) Tj ET"))]));
    }

    [Fact]
    public void An_object_that_was_taken_away_is_found()
    {
        var pdf = Signed();
        var table = pdf.Bytes.Length;

        AssertOutcome("bad", "changed", pdf.Append($"xref\n{TestPdf.Contents} 1\n0000000000 00001 f \ntrailer\n<< /Size {pdf.Next} /Root 1 0 R /Info 5 0 R /Prev {pdf.LastTable} >>\nstartxref\n{table}\n%%EOF\n"));
    }

    [Fact]
    public void An_update_that_leaves_the_signed_one_aside_is_found()
    {
        var pdf = Signed();
        var text = Encoding.Latin1.GetString(pdf.Bytes);
        var (first, table) = (new TestPdf().LastTable, pdf.Bytes.Length);
        var places = new[] { 1, 3, 6, 7 }.Select(n => $"{n} 1\n{text.LastIndexOf($"\n{n} 0 obj", StringComparison.Ordinal) + 1:D10} 00000 n \n");

        AssertOutcome("bad", "changed", pdf.Append($"xref\n{string.Concat(places)}trailer\n<< /Size 8 /Root 1 0 R /Info 5 0 R /Prev {first} >>\nstartxref\n{table}\n%%EOF\n"));
    }

    [Fact]
    public void A_later_signature_leaves_the_first_as_it_is()
    {
        var report = Check(Signed().Sign(Pki.Signer(Chief)).Bytes);

        Assert.Equal([("Văn thư", "trusted", false, false), ("Giám đốc", "trusted", true, false)], report.Signatures.Select(s => (s.Subject, s.Verdict, s.CoversWholeFile, s.ChangedAfter)));
        Assert.Contains("signed-later", report.Signatures[0].Why.Select(r => r.Name));
    }

    [Fact]
    public void A_change_between_two_signatures_spoils_the_first_alone()
    {
        var pdf = Signed().Update([(TestPdf.Contents, TestPdf.Stream("BT (So tien: 900 dong) Tj ET"))]).Sign(Pki.Signer(Chief));

        Assert.Equal(["bad", "trusted"], Check(pdf.Bytes).Signatures.Select(s => s.Verdict));
    }

    [Theory]
    [InlineData(1, "bad")]
    [InlineData(2, "trusted")]
    [InlineData(3, "trusted")]
    public void A_certifying_signature_says_whether_others_may_sign(int permission, string verdict)
    {
        var report = Check(new TestPdf().Sign(Pki.Signer(Clerk), permission).Sign(Pki.Signer(Chief)).Bytes);

        Assert.Equal(verdict, report.Signatures[0].Verdict);
    }

    [Theory]
    [InlineData(0, "bad")]
    [InlineData(2, "bad")]
    [InlineData(3, "trusted")]
    public void A_certifying_signature_says_whether_notes_may_be_added(int permission, string verdict)
    {
        var pdf = new TestPdf().Sign(Pki.Signer(Clerk), permission);
        var note = pdf.Next;
        pdf.Update([(note, "<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents (x) >>"), (TestPdf.Page, pdf.NotesWith(note))]);

        var facts = Assert.Single(Check(pdf.Bytes).Signatures);
        Assert.Equal((verdict, true), (facts.Verdict, facts.ChangedAfter));
    }

    [Theory]
    [InlineData(0, "bad")]
    [InlineData(1, "bad")]
    [InlineData(2, "trusted")]
    public void A_certifying_signature_says_whether_fields_may_be_filled_in(int permission, string verdict)
    {
        var pdf = new TestPdf();
        var field = pdf.Next;
        pdf.AddTextField().Sign(Pki.Signer(Clerk), permission).Update([(field, TestPdf.TextField("da nhan"))]);

        var facts = Assert.Single(Check(pdf.Bytes).Signatures);
        Assert.Equal((verdict, true), (facts.Verdict, facts.ChangedAfter));
    }

    [Fact]
    public void A_field_for_a_signature_that_nobody_gave_is_a_note_on_the_page()
    {
        var pdf = Signed();
        var field = pdf.Next;

        AssertOutcome("bad", "changed", pdf.Update([(field, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Mark) /P 3 0 R /Rect [0 0 595 842] >>"), (TestPdf.Page, pdf.NotesWith(field))]));
    }

    [Theory]
    [InlineData("range-start")]
    [InlineData("range-gap")]
    [InlineData("range-beyond")]
    public void A_range_that_covers_less_than_it_seems_is_bad(string reason)
    {
        var pdf = new TestPdf().Sign(Pki.Signer(Clerk), range: r => reason switch
        {
            "range-start" => [8, r[1] - 8, r[2], r[3]],
            "range-gap" => [0, r[1] - 40, r[2], r[3]],
            _ => [0, r[1], r[2], r[3] + 500],
        });

        AssertOutcome("bad", reason, pdf, isIntact: false, isChanged: false);
    }

    [Fact]
    public void A_second_dictionary_with_a_borrowed_range_is_bad()
    {
        var pdf = Signed();
        var text = Encoding.Latin1.GetString(pdf.Bytes);
        var old = text[text.IndexOf("<< /Type /Sig", StringComparison.Ordinal)..text.IndexOf("endobj", text.IndexOf("<< /Type /Sig", StringComparison.Ordinal), StringComparison.Ordinal)];
        var moved = pdf.Next;
        pdf.Update([(moved, old), (moved - 1, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V {moved} 0 R /P 3 0 R /F 132 /Rect [0 0 0 0] >>")]);

        AssertOutcome("bad", "range-gap", pdf.Bytes, isIntact: false, isChanged: false);
    }

    [Fact]
    public void A_signature_lost_with_its_form_is_found_on_the_page()
    {
        var bytes = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Signed().Bytes).Replace("/AcroForm", "/AcroGone", StringComparison.Ordinal));

        AssertOutcome("bad", "digest", bytes, isIntact: false, isChanged: false);
    }

    [Fact]
    public void A_signature_that_was_taken_out_of_the_form_is_not_forgotten()
    {
        var pdf = Signed();

        AssertOutcome("bad", "changed", pdf.Update([(TestPdf.Catalog, "<< /Type /Catalog /Pages 2 0 R >>"), (pdf.Next - 1, "null"), (pdf.Next - 2, "null")]));
    }

    [Fact]
    public void A_file_whose_tables_are_damaged_is_still_as_it_was_signed()
    {
        // Signed with a table that leads nowhere; programs read such files by looking for objects.
        var pdf = new TestPdf().Update([], previous: 3).Sign(Pki.Signer(Clerk));

        AssertOutcome("trusted", "time-of-signer", pdf.Bytes, isChanged: false);
        AssertOutcome("bad", "changed", [.. pdf.Bytes, .. "% more"u8]);
    }

    private static TestPdf Signed() => new TestPdf().Sign(Pki.Signer(Clerk));

    private static SignatureReport Check(byte[] bytes) => FileCheck.Pdf(new MemoryStream(bytes), Pki.Trusts());

    private static void AssertOutcome(string verdict, string reason, TestPdf pdf, bool isIntact = true, bool isChanged = true, int at = 0) => AssertOutcome(verdict, reason, pdf.Bytes, isIntact, isChanged, at);

    private static SignatureFacts AssertOutcome(string verdict, string reason, byte[] bytes, bool isIntact = true, bool isChanged = true, int at = 0)
    {
        var facts = Check(bytes).Signatures[at];
        Assert.Contains(reason, facts.Why.Select(r => r.Name));
        Assert.Equal((verdict, isIntact, isChanged), (facts.Verdict, facts.Intact, facts.ChangedAfter));
        return facts;
    }
}
