CREATE TABLE "evidence_request" (
	"id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"capability" text NOT NULL,
	"asked_of" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"note" text,
	"ended_at" timestamp (3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gathering" (
	"assessment_id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"way" text NOT NULL,
	"named" boolean NOT NULL,
	"guests" boolean NOT NULL,
	"due_on" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"opened_by" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guest_link" (
	"respondent_id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "guest_link_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "own_answer" (
	"org_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"respondent_id" text NOT NULL,
	"capability" text NOT NULL,
	"value" jsonb,
	"note" text,
	"evidence" jsonb NOT NULL,
	"flagged" boolean NOT NULL,
	"vendors_seen_first" boolean NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "own_answer_pk" PRIMARY KEY("respondent_id","capability")
);
--> statement-breakpoint
CREATE TABLE "past_answer" (
	"org_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"capability" text NOT NULL,
	"version" integer NOT NULL,
	"value" jsonb,
	"note" text,
	"evidence" jsonb NOT NULL,
	"flagged" boolean NOT NULL,
	"vendors_seen_first" boolean NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "past_answer_pk" PRIMARY KEY("assessment_id","capability","version")
);
--> statement-breakpoint
CREATE TABLE "respondent" (
	"id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"user_id" text,
	"recorded_by" text,
	"name" text,
	"email" text,
	"roles" jsonb NOT NULL,
	"invited_by" text NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"begun_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "respondent_org_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "respondent_user_unique" UNIQUE("assessment_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "settlement" (
	"org_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"capability" text NOT NULL,
	"state" text NOT NULL,
	"settled_by" text NOT NULL,
	"settled_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "settlement_pk" PRIMARY KEY("assessment_id","capability")
);
--> statement-breakpoint
CREATE TABLE "task" (
	"org_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"respondent_id" text NOT NULL,
	"capability" text NOT NULL,
	CONSTRAINT "task_pk" PRIMARY KEY("respondent_id","capability")
);
--> statement-breakpoint
ALTER TABLE "evidence_request" ADD CONSTRAINT "evidence_request_asked_of_user_id_fk" FOREIGN KEY ("asked_of") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_request" ADD CONSTRAINT "evidence_request_asked_by_user_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_request" ADD CONSTRAINT "evidence_request_assessment_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessment"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathering" ADD CONSTRAINT "gathering_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathering" ADD CONSTRAINT "gathering_opened_by_user_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gathering" ADD CONSTRAINT "gathering_assessment_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessment"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_link" ADD CONSTRAINT "guest_link_respondent_fk" FOREIGN KEY ("org_id","respondent_id") REFERENCES "public"."respondent"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_answer" ADD CONSTRAINT "own_answer_assessment_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessment"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_answer" ADD CONSTRAINT "own_answer_respondent_fk" FOREIGN KEY ("org_id","respondent_id") REFERENCES "public"."respondent"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_answer" ADD CONSTRAINT "past_answer_updated_by_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_answer" ADD CONSTRAINT "past_answer_assessment_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessment"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "respondent" ADD CONSTRAINT "respondent_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "respondent" ADD CONSTRAINT "respondent_recorded_by_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "respondent" ADD CONSTRAINT "respondent_invited_by_user_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "respondent" ADD CONSTRAINT "respondent_assessment_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessment"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_settled_by_user_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_assessment_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessment"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_respondent_fk" FOREIGN KEY ("org_id","respondent_id") REFERENCES "public"."respondent"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_request_assessment_index" ON "evidence_request" USING btree ("org_id","assessment_id");--> statement-breakpoint
CREATE INDEX "evidence_request_person_index" ON "evidence_request" USING btree ("asked_of","ended_at");--> statement-breakpoint
CREATE INDEX "own_answer_assessment_index" ON "own_answer" USING btree ("org_id","assessment_id");--> statement-breakpoint
CREATE INDEX "task_assessment_index" ON "task" USING btree ("org_id","assessment_id");