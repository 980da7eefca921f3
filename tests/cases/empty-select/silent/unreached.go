// The function ends the process before.
package cases

import "os"

func Stop(code int) {
	os.Exit(code)
	select {}
}
