CREATE TABLE "org_sign_in" (
	"org_id" text PRIMARY KEY NOT NULL,
	"provider_only" boolean NOT NULL,
	"max_hours" integer,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "org_sign_in" ADD CONSTRAINT "org_sign_in_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;