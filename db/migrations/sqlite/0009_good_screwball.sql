CREATE TABLE `org_sign_in` (
	`org_id` text PRIMARY KEY NOT NULL,
	`provider_only` integer NOT NULL,
	`max_hours` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade
);
