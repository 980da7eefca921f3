// What has been received is a signal; ctx is as alive as before.
package cases

import (
	"context"
	"net/http"
	"os"
)

func stopOnSignal(ctx context.Context, srv *http.Server, signals <-chan os.Signal) error {
	<-signals
	return srv.Shutdown(ctx)
}
