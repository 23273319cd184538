CREATE TABLE "origin" (
	"assessment_id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"from_id" text NOT NULL,
	"kind" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "review" jsonb;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "edition" text;--> statement-breakpoint
ALTER TABLE "origin" ADD CONSTRAINT "origin_assessment_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessment"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "origin" ADD CONSTRAINT "origin_from_fk" FOREIGN KEY ("org_id","from_id") REFERENCES "public"."assessment"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "origin_from_index" ON "origin" USING btree ("org_id","from_id");