CREATE TABLE `rollup` (
	`org_id` text NOT NULL,
	`node_id` text NOT NULL,
	`period` text NOT NULL,
	`teams` integer NOT NULL,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `node_id`, `period`),
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `org` ADD `aims` text;--> statement-breakpoint
ALTER TABLE `team` ADD `aims` text;