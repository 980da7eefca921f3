//go:build linux && special

package module
