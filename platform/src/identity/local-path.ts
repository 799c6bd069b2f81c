/** Where to go after sign-in: a path on this site and nothing else, so that a link cannot lead people away. */
export function localPath(to: string | null): string {
	return to !== null && /^\/(?![/\\])[^\\\s]*$/.test(to) ? to : "/";
}
