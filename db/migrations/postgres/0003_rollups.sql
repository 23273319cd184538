CREATE TABLE "rollup" (
	"org_id" text NOT NULL,
	"node_id" text NOT NULL,
	"period" text NOT NULL,
	"teams" integer NOT NULL,
	"body" jsonb NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rollup_pk" PRIMARY KEY("org_id","node_id","period")
);
--> statement-breakpoint
ALTER TABLE "org" ADD COLUMN "aims" jsonb;--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "aims" jsonb;--> statement-breakpoint
ALTER TABLE "rollup" ADD CONSTRAINT "rollup_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;