package cases

import (
	"io"
	"net/http"
	"time"

	"golang.org/x/net/http2"
)

// Fetch makes a transport for each call, whose connections stay.
func Fetch2(url string) ([]byte, error) {
	client := &http.Client{Transport: &http2.Transport{AllowHTTP: true}} // want discarded-transport "http2.Transport"
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func Fetch2Idle(url string) ([]byte, error) {
	client := &http.Client{Transport: &http2.Transport{AllowHTTP: true, IdleConnTimeout: time.Minute}}
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func RoundTrip(t *http2.Transport, req *http.Request) (int, error) {
	resp, err := t.RoundTrip(req) // want unclosed-body "resp"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func RoundTripClosed(t *http2.Transport, req *http.Request) (int, error) {
	resp, err := t.RoundTrip(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
