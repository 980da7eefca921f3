// Run time: the client comes from a helper, and each request that is handled makes one.
package cases

import "net/http"

func newClient() *http.Client {
	return &http.Client{Transport: &http.Transport{ForceAttemptHTTP2: true}} // want discarded-transport[warning] "each call of newClient"
}

func relay(w http.ResponseWriter, r *http.Request) {
	resp, err := newClient().Do(r)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}
