//curfew:models 0

// Written from v0.62.0.
package h2c

import (
	"net/http"

	"golang.org/x/net/http2"
)

//curfew:runs h handler
func NewHandler(h http.Handler, s *http2.Server) http.Handler
