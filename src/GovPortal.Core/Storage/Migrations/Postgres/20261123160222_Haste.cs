using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovPortal.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Haste : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PreviewsFrom",
                table: "content_desk",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "UrgentSince",
                table: "content_desk",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PreviewsFrom",
                table: "content_desk");

            migrationBuilder.DropColumn(
                name: "UrgentSince",
                table: "content_desk");
        }
    }
}
