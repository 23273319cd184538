CREATE TABLE `audit_head` (
	`org_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `audit_line` (
	`org_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`subject` text,
	`source` text,
	`action` text NOT NULL,
	`resource_id` text NOT NULL,
	`detail` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`org_id`, `seq`),
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `audit_source` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`address` text NOT NULL,
	`device` text NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_source_place_unique` ON `audit_source` (`org_id`,`address`,`device`);--> statement-breakpoint
CREATE TABLE `audit_subject` (
	`org_id` text NOT NULL,
	`subject` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text,
	`email` text,
	PRIMARY KEY(`org_id`, `subject`),
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_subject_user_unique` ON `audit_subject` (`org_id`,`user_id`);