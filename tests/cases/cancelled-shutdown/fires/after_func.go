// Run time: AfterFunc runs the literal when ctx has ended, never before.
package cases

import (
	"context"
	"log"
	"net/http"
)

func serve(ctx context.Context, srv *http.Server) error {
	drained := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(drained)
		if err := srv.Shutdown(ctx); err != nil { // want cancelled-shutdown[error] "ctx"
			log.Println(err)
		}
	})
	err := srv.ListenAndServe()
	if !stop() {
		<-drained
	}
	return err
}
