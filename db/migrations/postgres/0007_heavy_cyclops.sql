CREATE TABLE "audit_head" (
	"org_id" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_line" (
	"org_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"subject" text,
	"source" text,
	"action" text NOT NULL,
	"resource_id" text NOT NULL,
	"detail" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_line_pk" PRIMARY KEY("org_id","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_source" (
	"org_id" text NOT NULL,
	"id" text NOT NULL,
	"address" text NOT NULL,
	"device" text NOT NULL,
	CONSTRAINT "audit_source_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "audit_source_place_unique" UNIQUE("org_id","address","device")
);
--> statement-breakpoint
CREATE TABLE "audit_subject" (
	"org_id" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" text NOT NULL,
	"name" text,
	"email" text,
	CONSTRAINT "audit_subject_pk" PRIMARY KEY("org_id","subject"),
	CONSTRAINT "audit_subject_user_unique" UNIQUE("org_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_line" ADD CONSTRAINT "audit_line_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_source" ADD CONSTRAINT "audit_source_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_subject" ADD CONSTRAINT "audit_subject_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;