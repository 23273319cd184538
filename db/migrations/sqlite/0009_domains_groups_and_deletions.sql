CREATE TABLE `account_deletion` (
	`user_id` text PRIMARY KEY NOT NULL,
	`after` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `departed` (
	`org_id` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `user_id`),
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `group_grant` (
	`org_id` text NOT NULL,
	`user_id` text NOT NULL,
	`group_role_id` text NOT NULL,
	PRIMARY KEY(`org_id`, `user_id`, `group_role_id`),
	FOREIGN KEY (`org_id`,`user_id`) REFERENCES `membership`(`org_id`,`user_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`org_id`,`group_role_id`) REFERENCES `group_role`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `group_grant_role_index` ON `group_grant` (`org_id`,`group_role_id`);--> statement-breakpoint
CREATE TABLE `group_role` (
	`id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`team_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`org_id`,`team_id`) REFERENCES `team`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_role_org_id_unique` ON `group_role` (`org_id`,`id`);--> statement-breakpoint
CREATE TABLE `org_domain` (
	`org_id` text NOT NULL,
	`domain` text NOT NULL,
	`role` text,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`verified_at` integer,
	`held` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`org_id`, `domain`),
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `org_domain_held_unique` ON `org_domain` (`held`);