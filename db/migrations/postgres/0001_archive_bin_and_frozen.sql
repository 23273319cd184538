CREATE TABLE "edition" (
	"hash" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "frozen" (
	"assessment_id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"edition" text NOT NULL,
	"hash" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "deleted_by" text;--> statement-breakpoint
ALTER TABLE "frozen" ADD CONSTRAINT "frozen_edition_edition_hash_fk" FOREIGN KEY ("edition") REFERENCES "public"."edition"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frozen" ADD CONSTRAINT "frozen_assessment_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessment"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_deleted_by_user_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;