CREATE TABLE "brand" (
	"org_id" text PRIMARY KEY NOT NULL,
	"name" text,
	"accent" text,
	"confidentiality" text,
	"logo" jsonb,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"title" text NOT NULL,
	"before_on" text,
	"source" text,
	"waiting" integer NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "decision_org_source_unique" UNIQUE("org_id","source")
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"position" integer NOT NULL,
	"headline" text NOT NULL,
	"text" text NOT NULL,
	"recommendation" text NOT NULL,
	"capabilities" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"slot" text,
	"input" jsonb NOT NULL,
	"status" text NOT NULL,
	"total" integer NOT NULL,
	"done" integer NOT NULL,
	"losses" integer NOT NULL,
	"error" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"heartbeat_at" timestamp (3) with time zone,
	"claimed_by" text,
	"finished_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "job_org_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "job_org_slot_unique" UNIQUE("org_id","slot")
);
--> statement-breakpoint
CREATE TABLE "job_part" (
	"org_id" text NOT NULL,
	"job_id" text NOT NULL,
	"position" integer NOT NULL,
	"assessment_id" text,
	"line" jsonb NOT NULL,
	"file" text,
	"status" text NOT NULL,
	"check" jsonb,
	"error" text,
	"body" text,
	CONSTRAINT "job_part_pk" PRIMARY KEY("job_id","position")
);
--> statement-breakpoint
CREATE TABLE "phrase" (
	"id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"headline" text NOT NULL,
	"text" text NOT NULL,
	"recommendation" text NOT NULL,
	"capabilities" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_standing" (
	"org_id" text NOT NULL,
	"node_id" text NOT NULL,
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "plan_standing_pk" PRIMARY KEY("org_id","kind","node_id")
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"settings" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "report_org_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "report_issue" (
	"id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"report_id" text NOT NULL,
	"status" text NOT NULL,
	"number" text NOT NULL,
	"changes" jsonb NOT NULL,
	"edition" text NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	"body" text NOT NULL,
	"issued_by" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_issue_number_unique" UNIQUE("report_id","status","number")
);
--> statement-breakpoint
ALTER TABLE "share" ADD COLUMN "issue_id" text;--> statement-breakpoint
ALTER TABLE "share" ADD COLUMN "downloads" boolean;--> statement-breakpoint
ALTER TABLE "brand" ADD CONSTRAINT "brand_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brand" ADD CONSTRAINT "brand_updated_by_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_updated_by_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_updated_by_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_assessment_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessment"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_part" ADD CONSTRAINT "job_part_job_fk" FOREIGN KEY ("org_id","job_id") REFERENCES "public"."job"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrase" ADD CONSTRAINT "phrase_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrase" ADD CONSTRAINT "phrase_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrase" ADD CONSTRAINT "phrase_updated_by_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_standing" ADD CONSTRAINT "plan_standing_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_updated_by_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_assessment_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessment"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_issue" ADD CONSTRAINT "report_issue_edition_edition_hash_fk" FOREIGN KEY ("edition") REFERENCES "public"."edition"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_issue" ADD CONSTRAINT "report_issue_issued_by_user_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_issue" ADD CONSTRAINT "report_issue_report_fk" FOREIGN KEY ("org_id","report_id") REFERENCES "public"."report"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "finding_assessment_index" ON "finding" USING btree ("org_id","assessment_id");--> statement-breakpoint
CREATE INDEX "job_status_index" ON "job" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "phrase_org_index" ON "phrase" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "report_assessment_index" ON "report" USING btree ("org_id","assessment_id");--> statement-breakpoint
CREATE INDEX "report_issue_org_index" ON "report_issue" USING btree ("org_id","report_id");