// Run time: Done is handed to a library that calls it in the end.
package cases

import (
	"context"
	"sync"
)

func Run(ctx context.Context) {
	var wg sync.WaitGroup
	wg.Add(1)
	stop := context.AfterFunc(ctx, wg.Done)
	defer stop()
	wg.Wait()
}
