using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GovPortal.Signatures.Checking;

namespace GovPortal.Signatures.Tests;

/// <summary>Who signed, when, and whether that can be relied on.</summary>
public sealed class CheckingSignaturesTests
{
    private static readonly TestPki Pki = new();
    private static readonly X509Certificate2 Clerk = Pki.Issue("CN=Văn thư, OU=Văn phòng, O=Sở Tư pháp");
    private static readonly X509Certificate2 Clock = Pki.Issue("CN=Máy chủ cấp dấu thời gian", isStamp: true, to: TestPki.Start.AddYears(10));

    [Fact]
    public void A_signature_that_leads_to_a_trusted_root_is_trusted()
    {
        var facts = Only(new TestPdf().Sign(Pki.Signer(Clerk)), Pki.Trusts());

        Assert.Equal(("trusted", true, true, false, "trusted", "good"), (facts.Verdict, facts.Intact, facts.CoversWholeFile, facts.ChangedAfter, facts.Chain, facts.Revocation));
        Assert.Equal(("Văn thư", "Sở Tư pháp", "Văn phòng", "CA chuyên dùng thử"), (facts.Subject, facts.Organization, facts.ManagingUnit, facts.Issuer));
        Assert.Equal(("2026-03-02T03:00:00Z", false), (facts.SignedAt, facts.TimeStamped));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RSA_signs_as_well(bool isPss)
    {
        using var key = RSA.Create(2_048);
        var signer = Pki.Signer(Pki.Issue("CN=Chánh văn phòng", key: key), padding: isPss ? RSASignaturePadding.Pss : null);

        Assert.Equal("trusted", Only(new TestPdf().Sign(signer, subFilter: "adbe.pkcs7.detached"), Pki.Trusts()).Verdict);
    }

    [Fact]
    public void Nothing_is_trusted_without_a_root() => AssertOutcome("unchecked", "no-root", new TestPdf().Sign(Pki.Signer(Clerk)), Trust.Read([], [new NamedBytes("crl", Pki.Crl())], TestPki.Now));

    [Fact]
    public void Another_root_says_nothing() => AssertOutcome("unchecked", "issuer-missing", new TestPdf().Sign(Pki.Signer(Clerk)), new TestPki("khác").Trusts());

    [Fact]
    public void A_root_of_the_signer_s_own_is_not_on_the_list() => AssertOutcome("unchecked", "foreign-root", new TestPdf().Sign(Pki.Signer(Clerk, others: [Pki.Authority, Pki.Root])), new TestPki("khác").Trusts());

    [Fact]
    public void Nothing_is_trusted_where_nobody_says_whether_it_was_revoked() => AssertOutcome("unchecked", "revocation-missing", new TestPdf().Sign(Pki.Signer(Clerk)), Pki.Trusts(null, Pki.Crl(Pki.Root)));

    [Fact]
    public void A_list_that_has_run_out_says_nothing() =>
        AssertOutcome("unchecked", "revocation-stale", new TestPdf().Sign(Pki.Signer(Clerk)), Pki.Trusts(null, Pki.Crl(at: TestPki.Now.AddDays(-9), next: TestPki.Now.AddDays(-2))));

    [Fact]
    public void A_list_that_somebody_else_signed_says_nothing() => AssertOutcome("unchecked", "revocation-missing", new TestPdf().Sign(Pki.Signer(Clerk)), Pki.Trusts(null, new TestPki().Crl()));

    [Fact]
    public void A_certificate_revoked_before_signing_is_bad()
    {
        var facts = AssertOutcome("bad", "revoked", new TestPdf().Sign(Pki.Signer(Clerk)), Pki.Trusts(null, Pki.Crl(revoked: (Clerk, TestPki.Now.AddDays(-1)))));

        Assert.Equal("revoked", facts.Revocation);
    }

    [Fact]
    public void Revoked_later_is_bad_where_no_time_stamp_proves_that_it_was_signed_before() =>
        AssertOutcome("bad", "revoked-unproved", new TestPdf().Sign(Pki.Signer(Clerk)), Pki.Trusts(TestPki.Now.AddDays(5), Pki.Crl(revoked: (Clerk, TestPki.Now.AddDays(1)))));

    [Fact]
    public void Revoked_later_is_good_where_a_trusted_time_stamp_proves_it()
    {
        var facts = AssertOutcome("trusted", "revoked-later", Stamped(TestPki.Now), Pki.Trusts(TestPki.Now.AddDays(5), Pki.Crl(revoked: (Clerk, TestPki.Now.AddDays(1)))));

        Assert.Equal((true, "good", false), (facts.TimeStamped, facts.Revocation, facts.ValidNow));
    }

    [Fact]
    public void A_revoked_authority_signs_for_nobody() =>
        AssertOutcome("bad", "authority-revoked", new TestPdf().Sign(Pki.Signer(Clerk)), Pki.Trusts(null, Pki.Crl(), Pki.Crl(Pki.Root, revoked: (Pki.Authority, TestPki.Now.AddDays(-1)))));

    [Fact]
    public void A_certificate_that_had_expired_when_it_was_used_is_bad() =>
        AssertOutcome("bad", "expired", new TestPdf().Sign(Pki.Signer(Pki.Issue("CN=Cũ", to: TestPki.Now.AddDays(-1)))), Pki.Trusts());

    [Fact]
    public void A_certificate_that_did_not_exist_yet_is_bad() =>
        AssertOutcome("bad", "not-yet-valid", new TestPdf().Sign(Pki.Signer(Pki.Issue("CN=Mới", from: TestPki.Now.AddDays(1)))), Pki.Trusts(TestPki.Now.AddDays(2)));

    [Fact]
    public void A_certificate_that_expired_since_leaves_the_question_open() =>
        AssertOutcome("unchecked", "expired-since", new TestPdf().Sign(Pki.Signer(Clerk)), Pki.Trusts(TestPki.Start.AddYears(3), Pki.Crl(next: TestPki.Start.AddYears(5))));

    [Fact]
    public void A_time_stamp_answers_it()
    {
        var facts = AssertOutcome("trusted", "authority-unasked", Stamped(TestPki.Now.AddMinutes(1)), Pki.Trusts(TestPki.Start.AddYears(3), Pki.Crl(next: TestPki.Start.AddYears(5))));

        Assert.Equal(("2026-03-02T03:01:00Z", "Máy chủ cấp dấu thời gian"), (facts.SignedAt, facts.TimeStampAuthority));
    }

    [Fact]
    public void A_time_stamp_of_strangers_proves_no_time()
    {
        var stranger = new TestPki("lạ");
        var pdf = new TestPdf().Sign(Pki.Signer(Clerk, stamp: TestPki.Stamper(stranger.Issue("CN=TSA", isStamp: true), TestPki.Now.AddDays(-20))));

        Assert.False(AssertOutcome("trusted", "stamp-unchecked", pdf, Pki.Trusts()).TimeStamped);
    }

    [Fact]
    public void A_time_stamp_of_something_else_proves_no_time()
    {
        var pdf = new TestPdf().Sign(Pki.Signer(Clerk, stamp: _ => TestPki.Stamper(Clock, TestPki.Now)([1, 2, 3])));

        Assert.False(AssertOutcome("trusted", "stamp-broken", pdf, Pki.Trusts()).TimeStamped);
    }

    [Fact]
    public void A_clock_before_the_signature_is_told() => AssertOutcome("unchecked", "clock", new TestPdf().Sign(Pki.Signer(Clerk)), Pki.Trusts(TestPki.Now.AddDays(-1)));

    [Fact]
    public void A_clock_before_the_certificate_is_told() => AssertOutcome("unchecked", "clock", new TestPdf().Sign(Pki.Signer(Clerk)), Pki.Trusts(TestPki.Start.AddYears(-1)));

    [Fact]
    public void SHA_1_proves_nothing() => AssertOutcome("bad", "weak-hash", new TestPdf().Sign(Pki.Signer(Clerk, hash: "1.3.14.3.2.26")), Pki.Trusts());

    [Fact]
    public void A_certificate_signed_with_SHA_1_proves_nothing() =>
        AssertOutcome("bad", "weak-certificate", new TestPdf().Sign(Pki.Signer(Pki.Issue("CN=Yếu", hash: HashAlgorithmName.SHA1))), Pki.Trusts());

    [Fact]
    public void A_short_RSA_key_proves_nothing()
    {
        using var key = RSA.Create(512);

        var facts = AssertOutcome("bad", "weak-key", new TestPdf().Sign(Pki.Signer(Pki.Issue("CN=Ngắn", key: key))), Pki.Trusts());
        Assert.Contains("RSA-512", facts.Why.Single(r => r.Name == "weak-key").Values);
    }

    [Fact]
    public void A_signer_is_no_authority()
    {
        var issued = Pki.Issue("CN=Giả", Clerk);

        AssertOutcome("bad", "no-authority", new TestPdf().Sign(Pki.Signer(issued, others: [Clerk, Pki.Authority])), Pki.Trusts());
    }

    [Fact]
    public void A_certificate_for_something_else_does_not_sign() =>
        AssertOutcome("bad", "not-for-signing", new TestPdf().Sign(Pki.Signer(Pki.Issue("CN=Mã hóa", usage: X509KeyUsageFlags.KeyEncipherment))), Pki.Trusts());

    [Fact]
    public void A_wall_clock_written_as_UTC_is_read_by_the_time_beside_it()
    {
        // Both say 10:00; beside the signature stands also that it is of Hà Nội.
        var pdf = new TestPdf().Sign(Pki.Signer(Clerk, at: new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero)));

        Assert.Equal("2026-03-02T03:00:00Z", Only(pdf, Pki.Trusts()).SignedAt);
    }

    [Fact]
    public void A_signature_of_its_own_is_checked_with_what_it_signs()
    {
        var (text, other) = ("Công văn"u8.ToArray(), "Công văn khác"u8.ToArray());
        var message = Pki.Signer(Clerk)(text);

        Assert.Equal("trusted", FileCheck.Message(message, new MemoryStream(text), Pki.Trusts()).Verdict);
        Assert.Equal("bad", FileCheck.Message(message, new MemoryStream(other), Pki.Trusts()).Verdict);
        Assert.Equal("no-content", Assert.Single(FileCheck.Message(message, null, Pki.Trusts()).Why).Name);
        Assert.Throws<NotSignedFormatException>(() => FileCheck.Message(text, null, Pki.Trusts()));
    }

    private static TestPdf Stamped(DateTimeOffset at) => new TestPdf().Sign(Pki.Signer(Clerk, stamp: TestPki.Stamper(Clock, at)));

    private static SignatureFacts AssertOutcome(string verdict, string reason, TestPdf pdf, Trust trust)
    {
        var facts = Only(pdf, trust);
        Assert.Contains(reason, facts.Why.Select(r => r.Name));
        Assert.Equal(verdict, facts.Verdict);
        return facts;
    }

    private static SignatureFacts Only(TestPdf pdf, Trust trust) => Assert.Single(FileCheck.Pdf(new MemoryStream(pdf.Bytes), trust).Signatures);
}
