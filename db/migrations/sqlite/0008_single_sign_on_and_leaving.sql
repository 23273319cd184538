CREATE TABLE `identity` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `identity_user_index` ON `identity` (`user_id`);--> statement-breakpoint
CREATE TABLE `org_sign_in` (
	`org_id` text PRIMARY KEY NOT NULL,
	`provider_only` integer NOT NULL,
	`max_hours` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `org` ADD `delete_after` integer;--> statement-breakpoint
ALTER TABLE `session` ADD `method` text;