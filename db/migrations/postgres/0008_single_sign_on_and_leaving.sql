CREATE TABLE "identity" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "identity_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "org_sign_in" (
	"org_id" text PRIMARY KEY NOT NULL,
	"provider_only" boolean NOT NULL,
	"max_hours" integer,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "org" ADD COLUMN "delete_after" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "method" text;--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_sign_in" ADD CONSTRAINT "org_sign_in_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "identity_user_index" ON "identity" USING btree ("user_id");