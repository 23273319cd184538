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
ALTER TABLE "plan_standing" ADD CONSTRAINT "plan_standing_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;