import { administratorCommand } from "./administrator.ts";
import { allocateCommand } from "./allocate.ts";
import { backupCommand, restoreCommand } from "./backup.ts";
import type { Command } from "./command.ts";
import { demoCommand } from "./demo.ts";
import { doctorCommand } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { importPublicCommand } from "./import-public.ts";
import { migrateCommand } from "./migrate.ts";
import { serveCommand, workerCommand } from "./serve.ts";

/** Every command by name, in the order help shows them. */
export const commands: Readonly<Record<string, Command>> = {
	serve: serveCommand,
	worker: workerCommand,
	migrate: migrateCommand,
	demo: demoCommand,
	administrator: administratorCommand,
	allocate: allocateCommand,
	"import-public": importPublicCommand,
	import: importCommand,
	export: exportCommand,
	backup: backupCommand,
	restore: restoreCommand,
	doctor: doctorCommand,
};
