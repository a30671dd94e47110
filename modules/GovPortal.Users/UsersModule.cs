using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Users;

/// <summary>Sign-in, people, and their roles on sites.</summary>
public sealed class UsersModule : IModule
{
    // How long a browser is remembered that has shown its second factor.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    // Between the password and the code, the asking for a passkey and its showing, the provider and our own door.
    private static readonly TimeSpan Halfway = TimeSpan.FromMinutes(10);

    public string Name => "Users";

    public bool IsAlwaysOn => true;

    public IReadOnlyList<DeskMenuLine> DeskMenu =>
    [
        new(DeskMenuGroup.System, 20, "people", "/quan-tri/nguoi-dung", "users.title", "people", Permission.ManageSite),
    ];

    public void AddTo(IServiceCollection services)
    {
        services.AddScoped(s => s.GetRequiredService<PortalDbFactory>().OpenInstallation());
        services.AddIdentityCore<Person>(options =>
            {
                // Length beats riddles (NIST SP 800-63B); letters of any script count.
                options.Password.RequiredLength = PasswordStrength.Shortest;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = false;
            })
            .AddUserStore<PeopleStore>()
            .AddPasswordValidator<PasswordStrength>()
            .AddClaimsPrincipalFactory<PersonClaimsFactory>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddTokenProvider<OnceOnlyCodes>(TokenOptions.DefaultAuthenticatorProvider);

        services.AddScoped<IPasswordHasher<Person>, StaffPasswordHasher>().Configure<PasswordHasherOptions>(options => options.IterationCount = StaffPasswordHasher.Rounds);

        // A changed password or second factor ends remembered browsers at once; sessions are the register's.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero);
        AddCookies(services.AddAuthentication(IdentityConstants.ApplicationScheme));
        services.AddSingleton<SessionRegister>().AddSingleton<SessionCookie>().AddSingleton<AskingLimits>().AddSingleton<SignInLimits>().AddSingleton<KnownDevices>();
        services.AddScoped<UserAccounts>().AddScoped<SiteMembers>().AddScoped<Invitations>().AddScoped<PasswordLinks>().AddScoped<PasswordLetters>().AddScoped<OwnAccount>().AddScoped<PostSignInRedirect>().AddScoped<SecondFactorReset>();
        services.AddScoped<Passkeys>().AddScoped<ProviderLogins>().AddSingleton<OidcSignIn>();
    }

    public void Describe(ModelBuilder builder) => UserTables.Describe(builder);

    private static void AddCookies(AuthenticationBuilder door) => door
        .AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            Write(options, "govportal", SessionRegister.Life);
            options.LoginPath = "/dang-nhap";
            options.AccessDeniedPath = "/dang-nhap/khong-co-quyen";
            options.ReturnUrlParameter = "ve";
            options.SlidingExpiration = true;
            options.EventsType = typeof(SessionCookie);
        })
        .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options => Write(options, "govportal.halfway", Halfway))
        .AddCookie(IdentityConstants.ExternalScheme, options => Write(options, "govportal.outside", Halfway))
        .AddCookie(IdentityConstants.TwoFactorRememberMeScheme, options =>
        {
            Write(options, "govportal.browser", Remembered);
            options.Events.OnValidatePrincipal = SecurityStampValidator.ValidateAsync<ITwoFactorSecurityStampValidator>;
        });

    private static void Write(CookieAuthenticationOptions options, string name, TimeSpan life)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = life;
    }
}
