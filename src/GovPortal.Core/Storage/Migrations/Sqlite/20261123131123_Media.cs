using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovPortal.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Media : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Alt",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Caption",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CreatedById",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Credit",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DeletedAt",
                table: "files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FocusX",
                table: "files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FocusY",
                table: "files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Folder",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Height",
                table: "files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Renditions",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TextReading",
                table: "files",
                type: "TEXT",
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "files",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Width",
                table: "files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "files",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Print",
                table: "files",
                type: "TEXT",
                nullable: false,
                computedColumnSql: "substr(\"Hash\", 1, 16)",
                stored: true);

            migrationBuilder.CreateTable(
                name: "file_texts",
                columns: table => new
                {
                    FileId = table.Column<long>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_texts", x => x.FileId);
                    table.ForeignKey(
                        name: "FK_file_texts_files_FileId",
                        column: x => x.FileId,
                        principalTable: "files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "file_uses",
                columns: table => new
                {
                    FileId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_uses", x => new { x.FileId, x.ItemId, x.Version });
                    table.ForeignKey(
                        name: "FK_file_uses_content_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_file_uses_files_FileId",
                        column: x => x.FileId,
                        principalTable: "files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "file_work",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    FileId = table.Column<long>(type: "INTEGER", nullable: false),
                    Task = table.Column<string>(type: "TEXT", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_work", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_files_TenantId_CreatedAt_Id",
                table: "files",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_files_TenantId_Print",
                table: "files",
                columns: new[] { "TenantId", "Print" });

            migrationBuilder.CreateIndex(
                name: "IX_file_uses_ItemId",
                table: "file_uses",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_file_work_DueAt",
                table: "file_work",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_file_work_FileId_Task",
                table: "file_work",
                columns: new[] { "FileId", "Task" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "file_texts");

            migrationBuilder.DropTable(
                name: "file_uses");

            migrationBuilder.DropTable(
                name: "file_work");

            migrationBuilder.DropIndex(
                name: "IX_files_TenantId_CreatedAt_Id",
                table: "files");

            migrationBuilder.DropIndex(
                name: "IX_files_TenantId_Print",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Print",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Alt",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Caption",
                table: "files");

            migrationBuilder.DropColumn(
                name: "CreatedById",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Credit",
                table: "files");

            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "files");

            migrationBuilder.DropColumn(
                name: "FocusX",
                table: "files");

            migrationBuilder.DropColumn(
                name: "FocusY",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Folder",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Height",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Renditions",
                table: "files");

            migrationBuilder.DropColumn(
                name: "TextReading",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Width",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "files");
        }
    }
}
