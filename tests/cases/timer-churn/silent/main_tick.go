// curfew: --go 1.22
// The function never returns, so its ticker is in use for as long as the process lives.
package main

import (
	"fmt"
	"time"
)

func main() {
	for now := range time.Tick(time.Minute) {
		fmt.Println(now)
	}
}
