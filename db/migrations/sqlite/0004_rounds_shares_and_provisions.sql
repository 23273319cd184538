CREATE TABLE `provision` (
	`org_id` text NOT NULL,
	`team_id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`capabilities` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org_id`,`team_id`) REFERENCES `team`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`org_id`,`source_id`) REFERENCES `team`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `round` (
	`id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`title` text NOT NULL,
	`due_on` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_open_index` ON `round` (`org_id`,`closed_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `round_org_id_unique` ON `round` (`org_id`,`id`);--> statement-breakpoint
CREATE TABLE `round_team` (
	`org_id` text NOT NULL,
	`round_id` text NOT NULL,
	`team_id` text NOT NULL,
	`reminded_at` integer,
	PRIMARY KEY(`round_id`, `team_id`),
	FOREIGN KEY (`org_id`,`round_id`) REFERENCES `round`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`org_id`,`team_id`) REFERENCES `team`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `round_team_team_index` ON `round_team` (`org_id`,`team_id`);--> statement-breakpoint
CREATE TABLE `share` (
	`id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`code_hash` text,
	`title` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`opened` integer NOT NULL,
	`last_opened_at` integer,
	`wrong_codes` integer NOT NULL,
	`hash` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `share_token_hash_unique` ON `share` (`token_hash`);--> statement-breakpoint
CREATE INDEX `share_org_index` ON `share` (`org_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `watcher` (
	`org_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`org_id`, `user_id`),
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
