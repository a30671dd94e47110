using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Testing;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Every day and every value that a page reads, found by its code: impossible ones get a sentence in the page's language and never a fault.</summary>
public abstract partial class DaysAndValuesOfFormsTests(PortalFixture portal) : PortalTest(portal)
{
    private static readonly string[] ImpossibleDays = ["0001-01-01", "9999-12-31", "2026-02-30", "31/02/2026", "0000-00-00", "1899-12-31", "2200-01-01", "05/08/25", "45874", "hôm qua"];

    // Days typed into forms that read them as text; every other is found by its type.
    private static readonly Dictionary<string, string[]> TypedDays = new()
    {
        ["/quan-tri/van-ban/moi"] = ["IssuedOn", "EffectiveOn", "ExpiresOn"],
        ["/quan-tri/thu-tuc/moi"] = ["DecidedOn", "PublishedOn"],
        ["/quan-tri/cau-hoi/moi"] = ["AskedOn", "AnsweredOn"],
        ["/quan-tri/lay-y-kien/moi"] = ["OpensOn", "ClosesOn"],
    };

    [Fact]
    public void Every_day_that_a_page_or_an_address_brings_is_read_by_the_one_binder()
    {
        var days = Pages().SelectMany(page => Bound(page).Select(bound => $"{page.Name}.{bound.Name}: {bound.Type.Name}")).ToArray();
        var handlers = Pages().SelectMany(page => page.GetMethods().Where(method => method.Name.StartsWith("On", StringComparison.Ordinal))).SelectMany(method => method.GetParameters());
        var routes = Portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).SelectMany(endpoint => endpoint.Metadata.OfType<MethodInfo>()).SelectMany(method => method.GetParameters());

        Assert.True(days.Count(day => day.EndsWith("DateOnly", StringComparison.Ordinal)) >= 7, string.Join(", ", days));
        Assert.DoesNotContain(days, day => day.EndsWith(nameof(DateTimeOffset), StringComparison.Ordinal) || day.EndsWith(nameof(TimeOnly), StringComparison.Ordinal));
        Assert.DoesNotContain(handlers.Concat(routes), parameter => Plain(parameter.ParameterType) is var type && (type == typeof(DateTimeOffset) || type == typeof(DateTime) || type == typeof(DateOnly)));
    }

    [Fact]
    public async Task Impossible_days_and_values_get_a_sentence_and_never_a_fault()
    {
        var site = await WithRecipeAsync();
        var person = await site.SignInAsAsync(Role.SiteAdministrator);
        var id = await site.PublishArticleAsync("Bài để thử");
        var token = (await person.GetAsync($"{site.Root}/quan-tri/muc/{id}")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var asked = 0;
        foreach (var page in Pages().Where(page => Bound(page).Any(bound => bound.Type != typeof(string))))
        {
            var address = site.Root + AddressOf(page, id);
            foreach (var nonsense in ImpossibleDays)
            {
                var fields = Bound(page).Where(bound => bound.Type != typeof(string)).Select(bound => KeyValuePair.Create(bound.Name, IsDay(bound.Type) ? nonsense : "vô nghĩa")).ToArray();
                var gets = Bound(page).Where(bound => bound.Type != typeof(string) && bound.IsAsked).Select(bound => $"{bound.Name}={Uri.EscapeDataString(nonsense)}").ToArray();
                foreach (var get in gets)
                {
                    Insist(await person.GetAsync($"{address}?{get}"), page);
                }

                if (!fields.Any(field => field.Value == nonsense) && nonsense != ImpossibleDays[0])
                {
                    continue;
                }

                foreach (var handler in page.GetMethods().Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)).Select(method => method.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal)).Distinct())
                {
                    using var form = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token)));
                    Insist(await person.SendAsync(HttpMethod.Post, $"{address}?handler={handler}", content: form), page);
                    asked++;
                }
            }
        }

        Assert.True(asked > 60, $"only {asked} forms were asked");
    }

    /// <summary>Every form of every page: with all its fields empty, with none of them sent, and with words, markup and numbers too large in all of them.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("vô nghĩa")]
    [InlineData("99999999999999999999999")]
    [InlineData("<b>&amp;")]
    [InlineData(null)]
    public async Task Empty_and_wrong_values_of_every_form_get_a_sentence_of_ours(string? value)
    {
        var site = await WithRecipeAsync();
        var person = await site.SignInAsAsync(Role.SiteAdministrator);
        var id = await site.PublishArticleAsync("Bài để thử");
        var token = (await person.GetAsync($"{site.Root}/quan-tri/muc/{id}")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var asked = 0;
        foreach (var page in Pages().Where(page => AddressOf(page, id).StartsWith("/quan-tri/", StringComparison.Ordinal)))
        {
            var fields = value is null ? [] : Bound(page).Select(bound => KeyValuePair.Create(bound.Name, value)).ToArray();
            foreach (var handler in page.GetMethods().Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)).Select(method => method.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal)).Distinct())
            {
                using var form = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token)));
                Insist(await person.SendAsync(HttpMethod.Post, $"{site.Root}{AddressOf(page, id)}?handler={handler}", content: form), page);
                asked++;
            }
        }

        Assert.True(asked > 60, $"only {asked} forms were asked");
    }

    [Theory]
    [InlineData("Schedule", "GoesLiveAt", "0001-01-01T00:00", "Lên trang lúc: “0001-01-01T00:00” đã qua")]
    [InlineData("Schedule", "GoesLiveAt", "9999-12-31T23:59", "Lên trang lúc: “9999-12-31T23:59” còn quá xa")]
    [InlineData("Schedule", "GoesLiveAt", "2026-02-30T00:00", "Lên trang lúc: “2026-02-30T00:00” không phải ngày đúng")]
    [InlineData("Schedule", "GoesLiveAt", "1900-01-01T00:00", "Thời điểm đăng đã qua")]
    [InlineData("Dates", "ExpiresAt", "0001-01-01T00:00", "đã qua")]
    [InlineData("Dates", "ReviewOn", "9999-12-31", "còn quá xa")]
    [InlineData("Dates", "ReviewOn", "31/02/2027", "31/12/2026 (ngày trước tháng")]
    public async Task A_time_that_cannot_be_is_named_with_its_field_and_remedy(string handler, string field, string value, string sentence)
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var id = await site.DraftAsync(new News.Article { Title = "Bài hẹn giờ", Body = "<p>x</p>" });

        var page = (await publisher.FillAsync($"{site.Root}/quan-tri/muc/{id}", new Dictionary<string, string> { [field] = value }, $"button[data-act={handler.ToLowerInvariant()}]")).Insist(HttpStatusCode.OK);

        Assert.Contains(sentence, page.Html.QuerySelector(".gp-errors")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch(Framework(), page.Words);
    }

    [Theory]
    [InlineData("{\"form\":5,\"key\":[],\"item\":\"vô nghĩa\"}")]
    [InlineData("{\"form\":")]
    [InlineData("\"chữ\"")]
    [InlineData("")]
    public async Task What_scripts_send_is_refused_without_a_word_of_the_framework(string json)
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var token = (await author.GetAsync($"{site.Root}/quan-tri/tin-tuc/moi")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        content.Headers.Add("RequestVerificationToken", token);

        var answer = await author.SendAsync(HttpMethod.Post, $"{site.Root}/quan-tri/soan-thao/tu-luu", content: content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.DoesNotMatch(Framework(), answer.Text);
    }

    [Fact]
    public async Task A_day_is_typed_as_Vietnamese_write_it()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var id = await site.DraftAsync(new News.Article { Title = "Bài rà soát", Body = "<p>x</p>" });

        (await publisher.FillAsync($"{site.Root}/quan-tri/muc/{id}", new Dictionary<string, string> { ["ReviewOn"] = "05/08/2026" }, "button[data-act=dates]")).Insist(HttpStatusCode.Redirect);

        Assert.Equal("2026-08-05", (await publisher.GetAsync($"{site.Root}/quan-tri/muc/{id}")).Html.QuerySelector("#ReviewOn")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/quan-tri/nhat-ky?den-ngay=9999-12-31", "Đến")]
    [InlineData("/quan-tri/nhat-ky?tu-ngay=0001-01-01", "Từ ngày: “0001-01-01” đã qua")]
    [InlineData("/quan-tri/noi-dung?tu=0001-01-01", "Từ ngày: “0001-01-01” đã qua")]
    [InlineData("/quan-tri/noi-dung?den=31/02/2026", "“31/02/2026” không phải ngày đúng")]
    public async Task A_filter_by_a_day_that_cannot_be_says_so_and_lists_nothing(string address, string sentence)
    {
        var site = await WithRecipeAsync();
        var person = await site.SignInAsAsync(Role.SiteAdministrator);

        var page = (await person.GetAsync(site.Root + address)).Insist(HttpStatusCode.OK);

        Assert.Contains(sentence, page.Html.QuerySelector(".gp-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("table tbody tr"));
    }

    [Fact]
    public async Task Days_typed_into_forms_of_rows_are_checked_the_same_way()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        foreach (var (form, fields) in TypedDays)
        {
            foreach (var value in new[] { "0001-01-01", "9999-12-31", "31/02/2026", "05/08/25", "45874" })
            {
                var page = (await author.FillAsync(site.Root + form, fields.ToDictionary(field => field, _ => value), ".gp-savebar button:not([formaction])")).Insist(HttpStatusCode.OK);
                Assert.All(fields, field => Assert.Contains($"“{value}”", page.Html.QuerySelector($".gp-errors a[href='#{field}']")?.TextContent ?? "", StringComparison.Ordinal));
            }
        }
    }

    private static void Insist(Answer answer, Type page)
    {
        Assert.True((int)answer.Status < 500, $"{page.Name}: {answer.Address} answers {(int)answer.Status}");
        Assert.False(Framework().IsMatch(answer.Words), $"{page.Name}: {answer.Address} says {Framework().Match(answer.Words).Value}");
    }

    private string AddressOf(Type page, long id)
    {
        var actions = Portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>();
        var template = actions.First(action => action.RelativePath == PathOf(page)).AttributeRouteInfo!.Template!;
        return "/" + Segment().Replace(template, segment => segment.Groups["name"].Value switch { "version" or "older" or "newer" or "number" => "1", "name" => "portal", "link" => "khong-co", _ => id.ToString(System.Globalization.CultureInfo.InvariantCulture) }).TrimEnd('/');
    }

    /// <summary>Views lie beside their models: <c>GovPortal.Content.Admin.ItemPage</c> is <c>/Modules/Content/Admin/Item.cshtml</c>.</summary>
    private static string PathOf(Type page) => "/Modules/" + page.FullName!["GovPortal.".Length..^"Page".Length].Replace('.', '/') + ".cshtml";

    private static IEnumerable<Type> Pages() => Host.Portal.Modules.All.SelectMany(module => module.GetType().Assembly.GetTypes())
        .Where(type => type is { IsAbstract: false, IsGenericType: false } && type.IsSubclassOf(typeof(PageModel)));

    /// <summary>The fields of a page's form and address; of rows, those of the first.</summary>
    private static IEnumerable<BoundField> Bound(Type page) => page.GetProperties().SelectMany(property => property.GetCustomAttribute<BindPropertyAttribute>() is { } bound
        ? Within(property.PropertyType, bound.Name ?? property.Name, bound.SupportsGet, 0) : []);

    private static IEnumerable<BoundField> Within(Type type, string name, bool isAsked, int depth)
    {
        type = Plain(type);
        var element = type.IsArray ? type.GetElementType() : type.IsGenericType ? type.GetGenericArguments()[0] : null;
        if (type == typeof(string) || type.IsPrimitive || type.IsEnum || type == typeof(Guid) || type == typeof(decimal) || IsDay(type) || type == typeof(DateTimeOffset) || type == typeof(TimeOnly))
        {
            return [new BoundField(name, type, isAsked)];
        }

        return depth > 3 || type.Namespace?.StartsWith("Microsoft", StringComparison.Ordinal) == true ? []
            : element is not null ? Within(element, name + "[0]", isAsked, depth + 1)
            : type.GetProperties().Where(property => property.CanWrite).SelectMany(property => Within(property.PropertyType, name.Length == 0 ? property.Name : $"{name}.{property.Name}", isAsked, depth + 1));
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsDay(Type type) => WrittenDayBinders.Reads(type);

    [GeneratedRegex(@"The value|is not valid|field is required|is invalid|must be a (number|string|date)|A value (is|for)|request body", RegexOptions.CultureInvariant)]
    private static partial Regex Framework();

    [GeneratedRegex(@"\{(?<name>[a-z]+)[^}]*\}")]
    private static partial Regex Segment();

    private sealed record BoundField(string Name, Type Type, bool IsAsked);
}

public sealed class DaysAndValuesOfFormsOnSqliteTests(SqlitePortal portal) : DaysAndValuesOfFormsTests(portal);

public sealed class DaysAndValuesOfFormsOnPostgresTests(PostgresPortal portal) : DaysAndValuesOfFormsTests(portal);
