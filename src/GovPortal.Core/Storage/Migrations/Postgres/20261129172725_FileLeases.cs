using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovPortal.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FileLeases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Fault",
                table: "file_work",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeasedBy",
                table: "file_work",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LeasedUntil",
                table: "file_work",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SetAsideAt",
                table: "file_work",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Fault",
                table: "file_work");

            migrationBuilder.DropColumn(
                name: "LeasedBy",
                table: "file_work");

            migrationBuilder.DropColumn(
                name: "LeasedUntil",
                table: "file_work");

            migrationBuilder.DropColumn(
                name: "SetAsideAt",
                table: "file_work");
        }
    }
}
