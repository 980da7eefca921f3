// Under a Once it happens once.
package cases

import (
	"os"
	"os/signal"
	"sync"
)

var once sync.Once

func handle(items []string, do func(string)) {
	for _, item := range items {
		once.Do(func() {
			c := make(chan os.Signal, 1)
			signal.Notify(c, os.Interrupt)
			go func() {
				<-c
				os.Exit(1)
			}()
		})
		do(item)
	}
}
