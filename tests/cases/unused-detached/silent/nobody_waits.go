// As in joined_by_a_group, without the wait: advice is excused too.
package cases

import "os"

func save(path string, data []byte) {
	//curfew:detached a lost copy does not matter
	go func() { _ = os.WriteFile(path, data, 0o600) }()
}
