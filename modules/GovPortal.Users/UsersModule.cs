using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Users;

/// <summary>Sign-in, people, and their roles on sites.</summary>
public sealed class UsersModule : IModule
{
    public string Name => "Users";

    public bool IsAlwaysOn => true;

    public void AddTo(IServiceCollection services)
    {
        services.AddScoped(s => s.GetRequiredService<PortalDbFactory>().OpenInstallation());
        services.AddIdentityCore<Person>(options =>
            {
                // Length beats riddles (NIST SP 800-63B); letters of any script count.
                options.Password.RequiredLength = 10;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = false;
            })
            .AddUserStore<UserOnlyStore<Person, PortalDb, Guid>>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = "govportal";
            options.Cookie.Path = "/";
            options.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax;
            options.LoginPath = "/dang-nhap";
            options.AccessDeniedPath = "/dang-nhap/khong-co-quyen";
            options.ReturnUrlParameter = "ve";
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
            options.SlidingExpiration = true;
        });
        services.AddScoped<PeopleOffice>();
    }
}
