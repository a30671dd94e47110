using System.CommandLine;
using GovPortal.Core.Checking;
using GovPortal.Core.Security;
using GovPortal.Users;

namespace GovPortal.Host.Commands;

/// <summary><c>user create</c> and <c>user reset-second-factor</c>.</summary>
internal static class UserVerbs
{
    public static Command Make()
    {
        var email = new Option<string>("--email") { Description = "What the person signs in with.", Required = true };
        var name = new Option<string>("--name") { Description = "The person's name.", Required = true };
        var tenant = new Option<string>("--tenant") { Description = "The site they work on.", Required = true };
        var role = new Option<string>("--role") { Description = "author, reviewer, publisher, site-administrator, portal-administrator or auditor.", Required = true };
        var create = new Command("create", "Takes a person in; the password is read from standard input.") { email, name, tenant, role };
        create.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            var asked = parsed.GetRequiredValue(role);
            if (!Enum.TryParse<Role>(asked.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known) || int.TryParse(asked, out _))
            {
                return CommandRunner.Refuse(services, new Refusal("users.create.unknown-role", "--role", asked));
            }

            var password = (await Console.In.ReadLineAsync(stop))?.Trim() ?? "";
            await using var scope = services.CreateAsyncScope();
            var (done, refusals) = await scope.ServiceProvider.GetRequiredService<UserAccounts>()
                .TakeInAsync(parsed.GetRequiredValue(email), parsed.GetRequiredValue(name), password, parsed.GetRequiredValue(tenant), known, stop);
            if (refusals.Count > 0)
            {
                return CommandRunner.Refuse(services, refusals);
            }

            Console.WriteLine(Told(done, parsed.GetRequiredValue(email), $"{asked} of {parsed.GetRequiredValue(tenant)}"));
            return Verbs.Done;
        }, Doing.Writes, ct));
        return new Command("user", "People who sign in.") { create, MakeReset() };
    }

    private static string Told(TakenIn? done, string who, string what) => done switch
    {
        TakenIn.FurtherRole => $"{who} has an account already: now also {what}. Name and password stay as they were; the ones given were not used.",
        TakenIn.Already => $"{who} is {what} already: nothing was changed. Name and password stay as they were; the ones given were not used.",
        _ => $"{who} is {what}",
    };

    private static Command MakeReset()
    {
        var name = new Argument<string>("name") { Description = "What the person signs in with." };
        var reset = new Command("reset-second-factor", "Takes the second factor off somebody who lost telephone and recovery codes; they are told by letter.") { name };
        reset.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            await using var scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<SecondFactorReset>().ResetAsync(parsed.GetRequiredValue(name), stop) is { } refusal)
            {
                return CommandRunner.Refuse(services, refusal);
            }

            Console.WriteLine($"{parsed.GetRequiredValue(name)} signs in with the password alone until they set a second factor up again");
            return Verbs.Done;
        }, Doing.Writes, ct));
        return reset;
    }
}
